package rolt.workshop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * How work fills the bench's days: from Monday to Saturday, except on closed days, each as many minutes as the next. A
 * promise counts from the working day after today, so that it holds at any hour at which it is given.
 *
 * @param minutesPerDay that the whole bench works, more than none
 * @param closedDays besides the Sundays
 */
record Bench(int minutesPerDay, Set<LocalDate> closedDays) {
    Bench {
        closedDays = Set.copyOf(closedDays);
    }

    /**
     * The day by whose end the work is done.
     *
     * @param minutes of the work itself and of all that is before it
     */
    LocalDate doneOn(LocalDate today, long minutes) {
        long days = Math.max(1, Math.ceilDiv(minutes, minutesPerDay));
        LocalDate day = today;
        while (days > 0) {
            day = day.plusDays(1);
            days -= isOpen(day) ? 1 : 0;
        }
        return day;
    }

    boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !closedDays.contains(day);
    }
}
