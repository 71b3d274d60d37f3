package dev.marketlake.lake.law;

import dev.marketlake.lake.law.Input.Kind;
import dev.marketlake.lake.store.MortalStore;
import dev.marketlake.lake.store.MortalStore.Moment;
import dev.marketlake.lake.store.PassingStore.Operation;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A place in the work of a sink, a compaction or a vacuum where it can die: a call of the store, and whether the store still did it. */
public enum CrashPoint implements MortalStore.Place {
    BEFORE_THE_TABLE_IS_MADE(Calls.PUTS, Calls.FIRST_VERSION, Moment.BEFORE),
    AFTER_THE_TABLE_IS_MADE(Calls.PUTS, Calls.FIRST_VERSION, Moment.AFTER),
    BEFORE_READING_THE_LOG(Calls.LISTS, Calls.LOG, Moment.BEFORE),
    AFTER_READING_THE_LOG(Calls.LISTS, Calls.LOG, Moment.AFTER),
    BEFORE_UPLOAD(Calls.PUTS, Calls.DATA, Moment.BEFORE),
    AFTER_UPLOAD(Calls.PUTS, Calls.DATA, Moment.AFTER),
    BEFORE_COMMIT(Calls.PUTS, Calls.ENTRY, Moment.BEFORE),
    AFTER_COMMIT_BEFORE_ITS_REPLY(Calls.PUTS, Calls.ENTRY, Moment.AFTER),
    REPLY_LOST_BEFORE_ASKING_THE_LOG(Calls.PUTS, Calls.ENTRY, Moment.AFTER_A_LOST_REPLY),
    COMMIT_REFUSED_BEFORE_TRYING_AGAIN(Calls.PUTS, Calls.ENTRY, Moment.AFTER_A_REFUSAL),
    BEFORE_CHECKPOINT(Calls.PUTS, Calls.CHECKPOINT, Moment.BEFORE),
    AFTER_CHECKPOINT_BEFORE_ITS_POINTER(Calls.PUTS, Calls.CHECKPOINT, Moment.AFTER),
    CHECKPOINT_FAILED_BEFORE_GOING_ON(Calls.PUTS, Calls.CHECKPOINT, Moment.AFTER_A_REFUSAL),
    AFTER_THE_CHECKPOINTS_POINTER(Calls.PUTS, Calls.POINTER, Moment.AFTER),
    OPEN_ROWS_JUST_FILLED(Calls.GETS, Calls.DATA, Moment.AFTER),
    PARTITIONS_REVOKED_WITH_ROWS_PENDING(Calls.LISTS, Calls.LOG, Moment.AFTER),
    LAST_FLUSH_AFTER_UPLOAD(Calls.PUTS, Calls.DATA, Moment.AFTER),
    LAST_FLUSH_AFTER_COMMIT(Calls.PUTS, Calls.ENTRY, Moment.AFTER),
    COMPACTION_BEFORE_UPLOAD(Work.COMPACTION, Calls.PUTS, Calls.DATA, Moment.BEFORE),
    COMPACTION_AFTER_UPLOAD(Work.COMPACTION, Calls.PUTS, Calls.DATA, Moment.AFTER),
    COMPACTION_BEFORE_COMMIT(Work.COMPACTION, Calls.PUTS, Calls.ENTRY, Moment.BEFORE),
    COMPACTION_AFTER_COMMIT_BEFORE_ITS_REPLY(Work.COMPACTION, Calls.PUTS, Calls.ENTRY, Moment.AFTER),
    VACUUM_BEFORE_THE_LOG_GOES_ON(Work.VACUUM, Calls.PUTS, Calls.ENTRY, Moment.BEFORE),
    VACUUM_AFTER_THE_LOG_WENT_ON(Work.VACUUM, Calls.PUTS, Calls.ENTRY, Moment.AFTER),
    VACUUM_BEFORE_DELETIONS(Work.VACUUM, Calls.DELETES, Calls.DATA, Moment.BEFORE),
    VACUUM_BETWEEN_DELETIONS(Work.VACUUM, Calls.DELETES, Calls.DATA, Moment.AFTER);

    /** Whose. */
    enum Work {
        SINK,
        COMPACTION,
        VACUUM
    }

    private static final class Calls {
        static final Set<Operation> PUTS = EnumSet.of(Operation.PUT, Operation.PUT_IF_ABSENT);
        static final Set<Operation> LISTS = EnumSet.of(Operation.LIST);
        static final Set<Operation> DELETES = EnumSet.of(Operation.DELETE);
        static final Set<Operation> GETS = EnumSet.of(Operation.GET);
        static final String LOG = ".*/_delta_log/";
        static final String FIRST_VERSION = ".*/_delta_log/0{20}\\.json";
        static final String ENTRY = ".*/_delta_log/\\d{20}(?<!0{20})\\.json";
        static final String CHECKPOINT = ".*/_delta_log/.*\\.checkpoint\\..*";
        static final String POINTER = ".*/_delta_log/_last_checkpoint";
        static final String DATA = ".*\\.zstd\\.parquet";
    }

    private final Work work;
    private final Set<Operation> operations;
    private final Pattern keys;
    private final Moment moment;

    CrashPoint(Set<Operation> operations, String keys, Moment moment) {
        this(Work.SINK, operations, keys, moment);
    }

    CrashPoint(Work work, Set<Operation> operations, String keys, Moment moment) {
        this.work = work;
        this.operations = operations;
        this.keys = Pattern.compile(keys);
        this.moment = moment;
    }

    @Override
    public boolean isAt(Operation operation, String key) {
        return operations.contains(operation) && keys.matcher(key).matches();
    }

    Work work() {
        return work;
    }

    Moment moment() {
        return moment;
    }

    /** Whether the sink that dies is the first one of its table. */
    boolean isOfTheFirstSink() {
        return this == BEFORE_THE_TABLE_IS_MADE || this == AFTER_THE_TABLE_IS_MADE;
    }

    boolean isAtTheEnd() {
        return this == LAST_FLUSH_AFTER_UPLOAD || this == LAST_FLUSH_AFTER_COMMIT;
    }

    /** Whether the call comes more than a few times in the life of a sink. */
    boolean isFrequent() {
        return switch (this) {
            case BEFORE_UPLOAD,
                    AFTER_UPLOAD,
                    BEFORE_COMMIT,
                    AFTER_COMMIT_BEFORE_ITS_REPLY,
                    REPLY_LOST_BEFORE_ASKING_THE_LOG,
                    COMMIT_REFUSED_BEFORE_TRYING_AGAIN -> true;
            default -> false;
        };
    }

    /** Only an upserted table reads its own files, and only an appended one has several small ones in a partition. */
    Kind kind(long seed) {
        if (work == Work.COMPACTION) {
            return Kind.QUOTES;
        }
        return this == OPEN_ROWS_JUST_FILLED ? Kind.BARS : Kind.of(seed);
    }

    /** In words, for example {@code after upload}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
