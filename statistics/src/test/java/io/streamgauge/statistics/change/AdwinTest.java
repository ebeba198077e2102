package io.streamgauge.statistics.change;

class AdwinTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofNumbers("adwin");
    }

    @Override
    double falseAlarms() {
        return 0.1;
    }

    @Override
    int delay() {
        return 150;
    }
}
