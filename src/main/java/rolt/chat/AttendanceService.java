package rolt.chat;

import java.time.Duration;
import rolt.chat.ChatMessages.Appear;
import rolt.chat.ChatMessages.Attendance;
import rolt.chat.ChatMessages.Beat;
import rolt.chat.ChatMessages.ListPresent;
import rolt.chat.ChatMessages.Pulse;
import rolt.chat.ChatMessages.Room;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** Heartbeats, of rooms and of the desk. */
final class AttendanceService {
    private final AttendanceRepository attendance;
    private final RoomRepository rooms;

    AttendanceService(Platform platform) {
        this.attendance = new AttendanceRepository(
                platform.database(), platform.config().chat().absent());
        this.rooms = new RoomRepository(platform.database());
    }

    /** Notes that the caller looks at the room, and answers how it stands. */
    Pulse beat(Caller caller, Beat input) {
        if (!attendance.beat(caller.accountId(), input.code())) {
            throw Problem.notFound("chat");
        }
        Room room = rooms.find(caller.accountId(), input.code()).orElseThrow(() -> Problem.notFound("chat"));
        int present = attendance.present().size();
        Integer wait = room.position() == null || present == 0 ? null : waitSeconds(room.position(), present);
        return new Pulse(room, present > 0, wait);
    }

    /** As long as it took lately, and longer by those in front for whom nobody is free. */
    private Integer waitSeconds(int position, int present) {
        return attendance
                .medianWait()
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
