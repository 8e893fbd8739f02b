package rolt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.workshop.Checklist.Item;
import rolt.workshop.WarrantyMessages.ClaimMove;
import rolt.workshop.WarrantyMessages.ClaimState;
import rolt.workshop.WorkMessages.WorkMove;
import rolt.workshop.WorkMessages.WorkState;

/** The state tables of the workshop, and its checklists. */
class WorkMovesTest {
    @ParameterizedTest
    @EnumSource
    void what_is_over_is_reopened_at_most_and_what_is_open_can_end(WorkState state) {
        List<WorkMove> moves = Arrays.stream(WorkMove.values())
                .filter(move -> move.possibleFrom(state))
                .toList();
        if (!state.isOpen()) {
            assertThat(moves).isSubsetOf(WorkMove.REOPEN);
        }
        assertThat(WorkState.CANCELLED).matches(over -> !WorkMove.REOPEN.possibleFrom(over));
        assertThat(moves.contains(WorkMove.CANCEL)).isEqualTo(state.isOpen());
    }

    @Test
    void every_state_of_work_is_reached_from_the_queue() {
        Set<WorkState> reached = EnumSet.of(WorkState.QUEUED);
        for (WorkState ignored : WorkState.values()) {
            Arrays.stream(WorkMove.values())
                    .filter(move -> reached.stream().anyMatch(move::possibleFrom))
                    .forEach(move -> reached.add(move.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(WorkState.values());
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_that_is_answered_for_good_is_never_answered_again(ClaimState state) {
        boolean movable = Arrays.stream(ClaimMove.values()).anyMatch(move -> move.possibleFrom(state));
        assertThat(movable).isEqualTo(state.isOpen());
    }

    @ParameterizedTest
    @EnumSource
    void the_items_of_a_checklist_are_told_apart_and_said_in_both_languages(Checklist list) {
        assertThat(list.items()).isNotEmpty();
        assertThat(new HashSet<>(list.items().stream().map(Item::code).toList()))
                .hasSameSizeAs(list.items());
        assertThat(list.items()).allSatisfy(item -> {
            assertThat(item.vi()).isNotBlank().isNotEqualTo(item.en());
            assertThat(item.code()).matches("[a-z]+");
        });
    }
}
