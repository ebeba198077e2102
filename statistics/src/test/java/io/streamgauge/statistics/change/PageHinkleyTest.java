package io.streamgauge.statistics.change;

class PageHinkleyTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofNumbers("page-hinkley:threshold=100");
    }

    @Override
    double falseAlarms() {
        return 2;
    }

    @Override
    int delay() {
        return 120;
    }
}
