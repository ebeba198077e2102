package io.streamgauge.statistics.change;

class KswinTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return Trial.ofNumbers("kswin:alpha=0.00001,window-size=600,stat-size=100");
    }

    @Override
    double falseAlarms() {
        return 0.5;
    }

    @Override
    int delay() {
        return 90;
    }

    @Override
    boolean forgetsAll() {
        return false;
    }
}
