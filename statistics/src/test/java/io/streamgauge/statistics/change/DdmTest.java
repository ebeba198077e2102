package io.streamgauge.statistics.change;

class DdmTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofErrors("ddm");
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
