package io.streamgauge.statistics.change;

class AdwinKeepingItsWindowTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofNumbers("adwin:reset=false,clock=8");
    }

    @Override
    double falseAlarms() {
        return 0.1;
    }

    @Override
    int delay() {
        return 150;
    }

    @Override
    boolean forgetsAll() {
        return false;
    }
}
