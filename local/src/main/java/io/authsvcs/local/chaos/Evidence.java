package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Count;
import io.authsvcs.local.report.Figure;
import java.util.List;
import java.util.Optional;

/**
 * All that an experiment has brought to light.
 *
 * @param warmUp what was counted before anything was done
 * @param count what was counted since
 * @param figures what the act has measured
 * @param complaints what the act itself has found amiss, in sentences
 * @param loginsInAudit of the users of this run; empty when the trail could not be read
 * @param breakdown why the fault itself could not be caused or healed
 */
record Evidence(
        Count warmUp,
        Count count,
        List<Sight> sights,
        List<Figure> figures,
        List<String> complaints,
        Optional<Long> loginsInAudit,
        Optional<String> breakdown) {}
