package io.streamgauge.statistics.change;

class EddmTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofErrors("eddm:alpha=0.8,beta=0.75");
    }

    @Override
    double falseAlarms() {
        return 2;
    }

    @Override
    int delay() {
        return 300;
    }
}
