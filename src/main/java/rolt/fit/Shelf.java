package rolt.fit;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolt.fit.FitMessages.Slot;

/** The parts that can be bought now, by slot, the cheapest first. */
public final class Shelf {
    private static final Comparator<Part> BY_PRICE =
            Comparator.comparingLong((Part part) -> part.sold().price()).thenComparing(Part::sku);

    public static final Shelf EMPTY = new Shelf(List.of());

    private final Map<Slot, List<Part>> slots;
    private final Map<String, Part> skus;

    /** @param parts that are published; those that are sold out are never proposed */
    public Shelf(Collection<? extends Part> parts) {
        skus = parts.stream().collect(Collectors.toUnmodifiableMap(Part::sku, Function.identity()));
        slots = parts.stream()
                .filter(part -> part.sold().enough(1))
                .sorted(BY_PRICE)
                .collect(Collectors.groupingBy(
                        Part::slot, () -> new EnumMap<>(Slot.class), Collectors.toUnmodifiableList()));
    }

    List<Part> of(Slot slot) {
        return slots.getOrDefault(slot, List.of());
    }

    /** Every part, sold out or not, by SKU. */
    public List<Part> all() {
        return skus.values().stream().sorted(Comparator.comparing(Part::sku)).toList();
    }

    Optional<Part> find(String sku) {
        return Optional.ofNullable(skus.get(sku));
    }
}
