package rolt;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Cuts the code by the part of its package's name that is one of these. */
record PackageSlices(String getDescription, List<String> parts, Predicate<JavaClass> where) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return Arrays.stream(type.getPackageName().split("\\."))
                .filter(part -> where.test(type) && parts.contains(part))
                .findFirst()
                .map(SliceIdentifier::of)
                .orElse(SliceIdentifier.ignore());
    }
}
