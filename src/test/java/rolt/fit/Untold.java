package rolt.fit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;

/** Takes one attribute from one part, chosen by chance. */
final class Untold {
    /** What a part is and how it is sold is always told. */
    private static final Set<String> ALWAYS = Set.of("sold", "specs", "layout", "type");

    private Untold() {}

    static Build oneAttributeLess(Build build, Random random) {
        List<Part> parts = build.parts();
        if (parts.isEmpty()) {
            return build;
        }
        return with(build, parts.get(random.nextInt(parts.size())), random);
    }

    /** The same selection, quantities and all. */
    private static Build with(Build build, Part part, Random random) {
        Part less = less(part, random);
        return switch (less) {
            case Kit kit -> build.withKit(kit, build.choices());
            case Switch pack ->
                build.withSwitches(build.switches().stream()
                        .map(pick -> pick.part() == part ? new SwitchPick(pack, pick.packs(), pick.positions()) : pick)
                        .toList());
            case Service service ->
                build.withServices(build.services().stream()
                        .map(pick -> pick.part() == part ? new ServicePick(service, pick.quantity()) : pick)
                        .toList());
            default -> new Change(FitMessages.Action.REPLACE, part, less, null, null, null).apply(build);
        };
    }

    private static Part less(Part part, Random random) {
        return switch (part) {
            case Kit kit ->
                random.nextBoolean()
                        ? without(kit, random)
                        : new Kit(kit.sold(), without(kit.specs(), random), kit.plate(), kit.layout());
            case Switch pack ->
                random.nextInt(4) == 0
                        ? without(pack, random)
                        : new Switch(pack.sold(), without(pack.specs(), random), pack.packSize());
            case KeycapKit kit ->
                random.nextBoolean()
                        ? without(kit, random)
                        : new KeycapKit(
                                kit.sold(),
                                without(kit.specs(), random),
                                kit.purpose(),
                                kit.legendLanguage(),
                                kit.caps());
            case Artisan cap -> new Artisan(cap.sold(), without(cap.specs(), random));
            case Accessory each ->
                random.nextBoolean()
                        ? without(each, random)
                        : new Accessory(each.sold(), without(each.specs(), random), each.stabilisers(), each.pieces());
            case Service service -> new Service(service.sold(), without(service.specs(), random));
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T without(T told, Random random) {
        RecordComponent[] components = told.getClass().getRecordComponents();
        List<RecordComponent> optional = Arrays.stream(components)
                .filter(each -> !ALWAYS.contains(each.getName()))
                .toList();
        RecordComponent left = optional.get(random.nextInt(optional.size()));
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].equals(left)
                        ? null
                        : components[i].getAccessor().invoke(told);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (T) told.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
