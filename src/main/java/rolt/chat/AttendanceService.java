package rolt.chat;

import java.time.Duration;
import rolt.chat.AttendanceRepository.Heard;
import rolt.chat.ChatMessages.Beat;
import rolt.chat.ChatMessages.Pulse;
import rolt.chat.DeskMessages.Appear;
import rolt.chat.DeskMessages.Attendance;
import rolt.chat.DeskMessages.ListPresent;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** Heartbeats, of rooms and of the desk. */
final class AttendanceService {
    private final AttendanceRepository attendance;
    private final RecentWait wait;

    AttendanceService(Platform platform) {
        this.attendance = new AttendanceRepository(
                platform.database(), platform.config().chat().absent());
        this.wait = new RecentWait(attendance::medianWait);
    }

    /** Notes that the caller looks at the room, and answers how it stands. */
    Pulse beat(Caller caller, Beat input) {
        Heard heard = attendance.beat(caller.accountId(), input.code()).orElseThrow(() -> Problem.notFound("chat"));
        Integer position = heard.room().position();
        boolean attended = heard.present() > 0;
        Integer seconds = position == null || !attended ? null : waitSeconds(position, heard.present());
        return new Pulse(heard.room(), attended, seconds);
    }

    /** As long as it took lately, and longer by those in front for whom nobody is free. */
    private Integer waitSeconds(int position, int present) {
        return wait.median()
                .map(median -> ExpectedWait.of(median, position, present))
                .map(Duration::toSeconds)
                .map(Math::toIntExact)
                .orElse(null);
    }

    Attendance appear(Caller caller, Appear input) {
        attendance.appear(caller.accountId(), input.available());
        return listPresent(new ListPresent());
    }

    Attendance listPresent(ListPresent input) {
        return new Attendance(attendance.present());
    }
}
