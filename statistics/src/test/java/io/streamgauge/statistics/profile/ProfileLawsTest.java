package io.streamgauge.statistics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.streamgauge.statistics.Fixtures;
import io.streamgauge.statistics.Fixtures.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every profile, whatever its layout. */
class ProfileLawsTest {

    @Provide
    Arbitrary<Rows> rows() {
        return Fixtures.rows();
    }

    @Property(tries = 200)
    void anySplitGivesTheSameBytes(@ForAll("rows") Rows rows) {
        Profile merged = rows.layout().newProfile();
        rows.profiles().forEach(merged::mergeFrom);

        assertThat(merged.toBytes())
                .isEqualTo(Fixtures.profileOf(rows.layout(), rows.all()).toBytes());
    }

    @Property(tries = 200)
    void anyOrderGivesTheSameBytes(@ForAll("rows") Rows rows, @ForAll Random random) {
        var shuffled = new ArrayList<>(rows.all());
        Collections.shuffle(shuffled, random);

        assertThat(Fixtures.profileOf(rows.layout(), shuffled).toBytes())
                .isEqualTo(Fixtures.profileOf(rows.layout(), rows.all()).toBytes());
    }

    @Property(tries = 200)
    void mergingIsAssociativeAndCommutative(@ForAll("rows") Rows rows) {
        var profiles = rows.profiles();
        Profile leftFirst = merged(merged(profiles.get(0), profiles.get(1)), profiles.get(2));
        Profile rightFirst = merged(profiles.get(0), merged(profiles.get(1), profiles.get(2)));
        Profile backwards = merged(profiles.get(2), merged(profiles.get(1), profiles.get(0)));

        assertThat(rightFirst.toBytes()).isEqualTo(leftFirst.toBytes());
        assertThat(backwards.toBytes()).isEqualTo(leftFirst.toBytes());
    }

    private static Profile merged(Profile a, Profile b) {
        Profile sum = a.copy();
        sum.mergeFrom(b);
        return sum;
    }

    @Property(tries = 100)
    void mergingWithItselfDoublesEveryCount(@ForAll("rows") Rows rows) {
        Profile once = rows.profiles().get(0);
        Profile twice = once.copy();
        twice.mergeFrom(twice);

        assertThat(twice.toBytes()).isEqualTo(merged(once, once).toBytes());
        assertThat(twice.count()).isEqualTo(2 * once.count());
    }

    @Property(tries = 200)
    void everyRowIsInExactlyOneBin(@ForAll("rows") Rows rows) {
        Profile profile = Fixtures.profileOf(rows.layout(), rows.all());

        assertThat(profile.count()).isEqualTo(rows.all().size());
        assertThat(profile.binCounts()).hasSize(rows.layout().bins());
        assertThat(Arrays.stream(profile.binCounts()).sum()).isEqualTo(profile.count());
    }

    @Property(tries = 200)
    void readingGivesWhatWasWritten(@ForAll("rows") Rows rows) {
        Profile profile = Fixtures.profileOf(rows.layout(), rows.all());
        Layout layout = Layout.fromBytes(rows.layout().toBytes());
        Profile read = Profile.fromBytes(profile.toBytes(), layout);

        assertThat(layout).isEqualTo(rows.layout()).hasSameHashCodeAs(rows.layout());
        assertThat(layout.fingerprint()).isEqualTo(rows.layout().fingerprint());
        assertThat(read.toBytes()).isEqualTo(profile.toBytes());
        assertThat(Profile.fingerprintOf(profile.toBytes())).isEqualTo(layout.fingerprint());
    }

    @Property(tries = 50)
    void whatIsCutShortOrTooLongIsRefused(@ForAll("rows") Rows rows) {
        byte[] profile = Fixtures.profileOf(rows.layout(), rows.all()).toBytes();
        byte[] layout = rows.layout().toBytes();
        for (int length = 0; length < profile.length; length++) {
            byte[] cut = Arrays.copyOf(profile, length);
            assertThat(catchThrowable(() -> Profile.fromBytes(cut, rows.layout())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (int length = 0; length < layout.length; length++) {
            byte[] cut = Arrays.copyOf(layout, length);
            assertThat(catchThrowable(() -> Layout.fromBytes(cut))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(catchThrowable(() -> Profile.fromBytes(Arrays.copyOf(profile, profile.length + 1), rows.layout())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 bytes too many");
    }

    /** Whatever is accepted must also be the canonical form: two byte strings never mean the same profile. */
    @Property(tries = 1000)
    void changedBytesAreRefusedOrReadAsWritten(@ForAll("rows") Rows rows, @ForAll Random random) {
        byte[] profile = Fixtures.profileOf(rows.layout(), rows.all()).toBytes();
        byte[] layout = rows.layout().toBytes();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            profile[9 + random.nextInt(profile.length - 9)] = (byte) random.nextInt();
            layout[1 + random.nextInt(layout.length - 1)] = (byte) random.nextInt();
        }
        assertRefusedOrCanonical(
                profile, () -> Profile.fromBytes(profile, rows.layout()).toBytes());
        assertRefusedOrCanonical(layout, () -> Layout.fromBytes(layout).toBytes());
    }

    @Property(tries = 1000)
    void garbageIsRefusedOrReadAsWritten(@ForAll("rows") Rows rows, @ForAll byte[] garbage) {
        var out = new BinaryWriter().version().fixed64(rows.layout().fingerprint());
        for (byte b : garbage) {
            out.unsignedByte(b);
        }
        byte[] headed = out.toBytes();
        assertRefusedOrCanonical(
                headed, () -> Profile.fromBytes(headed, rows.layout()).toBytes());
        assertRefusedOrCanonical(garbage, () -> Layout.fromBytes(garbage).toBytes());
    }

    private static void assertRefusedOrCanonical(byte[] bytes, java.util.function.Supplier<byte[]> readAndWritten) {
        try {
            assertThat(readAndWritten.get()).isEqualTo(bytes);
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
    }
}
