package io.streamgauge.statistics.profile;

import java.util.Objects;

/**
 * Answers how often each value of a categorical feature was seen: exact counts over a {@link Vocabulary}, and what else
 * came ({@link UnseenValues}).
 *
 * <p>Values are compared by their UTF-8 bytes, without any normalisation: {@code "bos"} is not {@code "BOS"}, and the empty
 * string is a value. Mutable, not thread-safe; adding a value of the vocabulary does not allocate.
 */
public final class CategoricalProfile implements Profile {

    private final Vocabulary vocabulary;
    private final int unseenBin;
    private final long[] counts;
    private UnseenSample unseenSample = new UnseenSample();

    CategoricalProfile(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.unseenBin = vocabulary.size();
        this.counts = new long[vocabulary.bins()];
    }

    /**
     * Counts a value given as UTF-8. Bytes that are not UTF-8 are a value like any other. The array is not kept.
     *
     * @throws IndexOutOfBoundsException if offset and length are not inside the array
     */
    public void add(byte[] utf8, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, utf8.length);
        if (length > CategoryKey.MAX_BYTES) {
            addKey(CategoryKey.cut(utf8, offset, length));
        } else {
            addKey(utf8, offset, length);
        }
    }

    /** Counts a value. */
    public void add(String value) {
        addKey(CategoryKey.of(value));
    }

    private void addKey(byte[] key) {
        addKey(key, 0, key.length);
    }

    private void addKey(byte[] key, int offset, int length) {
        long hash = CategoryKey.hash(key, offset, length);
        int index = vocabulary.find(hash, key, offset, length);
        if (index < 0) {
            index = unseenBin;
            unseenSample.add(hash, key, offset, length, 1);
        }
        counts[index]++;
    }

    @Override
    public void addMissing() {
        counts[unseenBin + 1]++;
    }

    @Override
    public void addMistyped() {
        counts[unseenBin + 2]++;
    }

    @Override
    public Vocabulary layout() {
        return vocabulary;
    }

    @Override
    public long count() {
        return BinCounts.sum(counts);
    }

    @Override
    public long missing() {
        return counts[unseenBin + 1];
    }

    @Override
    public long mistyped() {
        return counts[unseenBin + 2];
    }

    /** Rows with a value that is not in the vocabulary. */
    public long unseen() {
        return counts[unseenBin];
    }

    /** The values that are not in the vocabulary, as they are now; later additions do not change the result. */
    public UnseenValues unseenValues() {
        return unseenSample.toValues();
    }

    /**
     * The number of distinct values: exact for those of the vocabulary and up to 64 unseen ones, an estimate beyond that
     * (see {@link UnseenValues#distinct()}). 0 if there are no values.
     */
    public double distinct() {
        int known = 0;
        for (int i = 0; i < unseenBin; i++) {
            known += counts[i] > 0 ? 1 : 0;
        }
        return known + unseenSample.distinct();
    }

    /** Rows with the value of this index in the vocabulary. */
    public long countOf(int vocabularyIndex) {
        return counts[Objects.checkIndex(vocabularyIndex, unseenBin)];
    }

    @Override
    public long[] binCounts() {
        return counts.clone();
    }

    @Override
    public void mergeFrom(Profile other) {
        BinCounts.requireEqual(vocabulary, other.layout());
        var categorical = (CategoricalProfile) (other == this ? copy() : other);
        BinCounts.add(counts, categorical.counts);
        unseenSample.add(categorical.unseenSample);
    }

    @Override
    public CategoricalProfile copy() {
        var copy = new CategoricalProfile(vocabulary);
        copy.mergeFrom(this);
        return copy;
    }

    @Override
    public byte[] toBytes() {
        var out = new BinaryWriter().version().fixed64(vocabulary.fingerprint()).counts(counts);
        if (unseen() > 0) {
            unseenSample.writeTo(out);
        }
        return out.toBytes();
    }

    static CategoricalProfile readFrom(BinaryReader in, Vocabulary vocabulary) {
        var profile = new CategoricalProfile(vocabulary);
        System.arraycopy(in.counts(vocabulary.bins()), 0, profile.counts, 0, vocabulary.bins());
        if (profile.unseen() > 0) {
            profile.unseenSample = UnseenSample.readFrom(in, profile.unseen(), vocabulary);
        }
        return profile;
    }
}
