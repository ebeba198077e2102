package io.streamgauge.statistics.change;

class CusumTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofNumbers("cusum:threshold=100");
    }

    @Override
    double falseAlarms() {
        return 1;
    }

    @Override
    int delay() {
        return 120;
    }
}
