package io.streamgauge.statistics.change;

class HddmATest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofErrors("hddm-a");
    }

    @Override
    double falseAlarms() {
        return 0.2;
    }

    @Override
    int delay() {
        return 80;
    }
}
