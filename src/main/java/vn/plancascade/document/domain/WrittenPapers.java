package vn.plancascade.document.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.PaperSource;
import vn.plancascade.document.PaperSource.Edition;
import vn.plancascade.document.Papers;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.document.layout.JdbcLayouts;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

@Service
class WrittenPapers implements Papers {

    private static final Comparator<StoredDocument> OFFICIAL_FIRST = Comparator.comparing(StoredDocument::edition)
            .reversed()
            .thenComparing(document -> document.kind().isWritten())
            .thenComparing(document -> document.kind().isWritten() ? 0 : -document.id())
            .thenComparing(document -> DocumentFormat.valueOf(document.format()));

    private final JdbcDocuments documents;
    private final JdbcLayouts layouts;
    private final PaperMaker maker;
    private final Organisation organisation;
    private final ObjectProvider<PaperSource> sources;

    WrittenPapers(
            JdbcDocuments documents,
            JdbcLayouts layouts,
            PaperMaker maker,
            Organisation organisation,
            ObjectProvider<PaperSource> sources) {
        this.documents = documents;
        this.layouts = layouts;
        this.maker = maker;
        this.organisation = organisation;
        this.sources = sources;
    }

    @Override
    public List<StoredDocument> of(String subject) {
        List<StoredDocument> known = documents.of(subject);
        Optional<PaperSource> source = source(subject);
        List<Edition> unmade = source.map(each -> each.issued(subject)).orElse(List.of()).stream()
                .filter(Predicate.not(edition -> isMade(known, edition)))
                .toList();
        if (!unmade.isEmpty()) {
            maker.make(source.get(), subject, unmade);
        }
        return (unmade.isEmpty() ? known : documents.of(subject))
                .stream().sorted(OFFICIAL_FIRST).toList();
    }

    private static boolean isMade(List<StoredDocument> known, Edition edition) {
        return known.stream()
                        .filter(document -> document.kind() == edition.kind() && document.edition() == edition.number())
                        .count()
                == DocumentFormat.values().length;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(String subject) {
        source(subject)
                .ifPresent(source -> source.issued(subject).forEach(edition -> maker.freeze(source, subject, edition)));
    }

    @Override
    public List<StoredDocument> of(Actor actor, String subject) {
        return Stream.concat(Stream.of(subject), sources.stream().flatMap(source -> source.related(subject).stream()))
                .flatMap(each -> readable(actor, of(each)))
                .toList();
    }

    /** All documents of an edition may be read, or none. */
    private Stream<StoredDocument> readable(Actor actor, List<StoredDocument> documents) {
        Map<Integer, Boolean> editions = new HashMap<>();
        return documents.stream()
                .filter(document -> editions.computeIfAbsent(document.edition(), edition -> mayRead(actor, document)));
    }

    @Override
    public Optional<StoredDocument> find(Actor actor, long id) {
        return documents.find(id).filter(document -> mayRead(actor, document));
    }

    @Override
    public Optional<StoredDocument> inFormat(StoredDocument document, DocumentFormat format) {
        return document.format().equals(format.name())
                ? Optional.of(document)
                : of(document.subject()).stream()
                        .filter(other -> other.edition() == document.edition()
                                && other.kind().isWritten()
                                && other.format().equals(format.name()))
                        .findFirst();
    }

    @Override
    public int inHand(String subject) {
        return source(subject).map(source -> source.inHand(subject)).orElse(1);
    }

    @Override
    public byte[] draft(OfficialDocument document, DocumentFormat format) {
        return layouts.render(document).in(format);
    }

    @Override
    public boolean mayRead(Actor actor, String subject) {
        return source(subject)
                .filter(source -> source.mayRead(
                        actor,
                        subject,
                        source.issued(subject).stream()
                                .findFirst()
                                .map(Edition::number)
                                .orElseGet(() -> source.inHand(subject))))
                .isPresent();
    }

    private boolean mayRead(Actor actor, StoredDocument document) {
        return source(document.subject())
                .map(source -> source.mayRead(actor, document.subject(), document.edition()))
                .orElseGet(() -> organisation.isWithin(organisation.scopeOf(actor), document.unitCode()));
    }

    private Optional<PaperSource> source(String subject) {
        return sources.stream().filter(source -> source.writes(subject)).findFirst();
    }
}
