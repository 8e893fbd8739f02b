package rolt;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;

/** Cuts the code by the last part of its package, where that is a domain. */
record DomainSlices(List<String> domains) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return Arrays.stream(type.getPackageName().split("\\."))
                .filter(domains::contains)
                .findFirst()
                .map(SliceIdentifier::of)
                .orElse(SliceIdentifier.ignore());
    }

    @Override
    public String getDescription() {
        return "domains";
    }
}
