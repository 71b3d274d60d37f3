package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.suite.JobProcess;

/** Watches a replay. Called on the thread that runs it. */
public interface Progress {
    /** Something worth a line of its own has happened. */
    void said(String line);

    /** How it stands, to be shown in one place. @param share of the whole that is done, 0 to 1 */
    void stands(String line, double share);

    /** The job is at work. @param derived share of its input that is derived and committed, 0 to 1 */
    default void working(JobProcess process, double derived) {}
}
