package dev.marketlake.lake.quality;

import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.StoreFailure;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** Whether a table may be published: asked before each commit, by the thread of the table. */
public interface Gate {
    /** Lets everything through. */
    Gate OPEN = new Gate() {
        @Override
        public Optional<String> upstream(String table) {
            return Optional.empty();
        }

        @Override
        public Optional<String> audit(
                String table, TableState before, TableChange change, Map<String, Collection<GenericRecord>> rows) {
            return Optional.empty();
        }

        @Override
        public boolean setsAside(String table, Partition partition, GenericRecord row) {
            return false;
        }

        @Override
        public void settle() {}

        @Override
        public void dropped(String table) {}
    };

    /** Why a table has to wait whatever is to be committed: what it rests on does not pass. Empty where it need not. */
    Optional<String> upstream(String table);

    /**
     * Why a commit has to wait: with it the table would not pass. Empty where it need not.
     *
     * @param before the version it rests on
     * @param change what is to be committed
     * @param rows those of the added files, by path
     * @throws StoreFailure where the store gives no answer
     */
    Optional<String> audit(
            String table, TableState before, TableChange change, Map<String, Collection<GenericRecord>> rows)
            throws StoreFailure;

    /**
     * Whether a row has to stay out of its table because it does not pass; it is then told whole.
     *
     * @param partition values that do not stand in the row
     */
    boolean setsAside(String table, Partition partition, GenericRecord row);

    /** Returns when every row set aside is told for good. @throws org.apache.kafka.common.KafkaException where it cannot be now */
    void settle();

    /** What was audited last is not to be committed: it is read again, by whoever comes next. */
    void dropped(String table);
}
