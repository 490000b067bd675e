package org.navette.query.rebuild;

import java.time.Duration;

/** What a command works with, from its start to its end. */
record Work(int threads, Tenure tenure, Patience patience, Report report) {

    Work(int threads, Tenure tenure, Duration retryInterval, Report report) {
        this(threads, tenure, new Patience(tenure::check, retryInterval, report), report);
    }

    void say(String format, Object... values) {
        report.say(format, values);
    }
}
