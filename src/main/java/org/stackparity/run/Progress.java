package org.stackparity.run;

/** Hears how far a run is; called from any thread. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void phase(String words, long steps) {}

        @Override
        public void step(String words) {}
    };

    /** A new part of the run began, with about so many steps ahead. */
    void phase(String words, long steps);

    /** One step was done. */
    void step(String words);
}
