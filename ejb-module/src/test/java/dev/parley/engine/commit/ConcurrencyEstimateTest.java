package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcurrencyEstimateTest {

    private final ConcurrencyEstimate company = new ConcurrencyEstimate();

    @Test
    void whoeverWasAloneIsExpectedAlone() {
        company.saw(1);
        assertThat(company.expected()).isEqualTo(1);
    }

    @Test
    void asManyAreExpectedAsThereWere() {
        company.saw(2);
        company.saw(8);
        assertThat(company.expected()).isEqualTo(8);
    }

    @Test
    void whoeverDoesNotComeAgainIsForgotten() {
        company.saw(3);
        company.saw(1);
        assertThat(company.expected()).isEqualTo(2);
        company.saw(1);
        assertThat(company.expected()).isEqualTo(1);
    }
}
