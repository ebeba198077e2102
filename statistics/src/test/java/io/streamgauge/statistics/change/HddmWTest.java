package io.streamgauge.statistics.change;

class HddmWTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofErrors("hddm-w");
    }

    @Override
    double falseAlarms() {
        return 1.5;
    }

    @Override
    int delay() {
        return 40;
    }
}
