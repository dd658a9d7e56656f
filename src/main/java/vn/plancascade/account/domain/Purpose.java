package vn.plancascade.account.domain;

import java.time.Duration;

/** What a password is set for by a token. */
public enum Purpose {
    firstAdministrator(Duration.ofHours(24)),
    invitation(Duration.ofDays(7)),
    reset(Duration.ofHours(1));

    private final Duration validity;

    Purpose(Duration validity) {
        this.validity = validity;
    }

    Duration validity() {
        return validity;
    }
}
