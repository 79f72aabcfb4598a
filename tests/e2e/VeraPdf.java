import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Asks veraPDF whether files keep a standard: VeraPdf PROFILE FILE..., profile ua1 or 3a.
 * One line a file: the profile, "yes" or "no", how much was checked, the file, the rules broken.
 */
public final class VeraPdf {
    private static final String PROFILES = "/org/verapdf/pdfa/validation/";

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        String name = arguments[0];
        ValidationProfile profile = profile(name);
        for (int i = 1; i < arguments.length; i++) {
            ValidationResult result = validate(arguments[i], name, profile);
            System.out.println(String.join("\t",
                name, result.isCompliant() ? "yes" : "no",
                String.valueOf(result.getTotalAssertions()), arguments[i],
                String.join("; ", broken(result))));
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        String file = name.equals("ua1") ? "PDFUA-1.xml" : "PDFA-" + name.toUpperCase() + ".xml";
        try (InputStream data = VeraPdf.class.getResourceAsStream(PROFILES + file)) {
            return Profiles.profileFromXml(data);
        }
    }

    private static ValidationResult validate(String file, String name, ValidationProfile profile)
            throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        try (InputStream data = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(data, flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
            return validator.validate(parser);
        }
    }

    private static Set<String> broken(ValidationResult result) {
        Set<String> rules = new TreeSet<>();
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                rules.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber()
                    + " " + one.getMessage().replaceAll("\\s+", " "));
            }
        }
        return rules;
    }
}
