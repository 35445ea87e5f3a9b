// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies

/// How other engines run the shards of a study, printed to be pasted.
package enum StudyRecipe: String, CaseIterable, Sendable {
  case parallel, snakemake, kubernetes

  /// - Parameters:
  ///   - program: Path of this program.
  ///   - folder: Of the study.
  ///   - shards: Those that are missing.
  package func text(program: String, folder: String, plan: StudyPlan, shards: IndexList) -> String {
    let (program, study) = (SlurmScript.quoted(program), SlurmScript.quoted(folder))
    switch self {
    case .parallel:
      return """
        # GNU parallel: runs what can be run, again until nothing is left or a shard fails three times.
        mkdir -p \(study)/logs
        while shards=$(\(program) study status \(study) --list) && [ -n "$shards" ]; do
          printf '%s\\n' "$shards" | parallel --retries 3 --joblog \(study)/logs/parallel.log \\
            "\(program) study run \(study) --shard {} 2>> \(study)/logs/{}.log" || break
        done

        """
    case .snakemake:
      let sizes = IndexList(plan.shards(of: .sizes))
      return """
        # Snakefile: snakemake --cores all --retries 3 --keep-going
        STUDY = "\(folder)"
        SHARDS = range(\(plan.shards.count))
        SIZES = range(\(sizes.numbers.count))  # the first shards search sizes

        rule all:
            input: expand(STUDY + "/shards/{shard}.rows", shard=SHARDS)

        def sizes(wildcards):
            return [] if int(wildcards.shard) in SIZES else expand(STUDY + "/shards/{s}.rows", s=SIZES)

        rule shard:
            input: plan=STUDY + "/study.json", sizes=sizes
            output: protected(STUDY + "/shards/{shard}.rows")
            log: STUDY + "/logs/{shard}.log"
            shell: "\(program) study run {STUDY} --shard {wildcards.shard} 2>> {log}"

        """
    case .kubernetes:
      let count = max(1, shards.numbers.count)
      return """
        # kubectl apply -f this; the study lies on the volume claim "study", mounted at /study.
        apiVersion: batch/v1
        kind: Job
        metadata: {name: inquiry-study}
        spec:
          completionMode: Indexed
          completions: \(count)
          parallelism: \(min(count, 50))
          backoffLimitPerIndex: 3
          maxFailedIndexes: \(count)
          podFailurePolicy:
            rules:
            - action: FailIndex
              onExitCodes: {operator: In, values: [65]}
          template:
            spec:
              restartPolicy: Never
              containers:
              - name: shard
                image: inquiry-planner:\(plan.version.prefix { $0 != "+" })
                command: [inquiry, study, run, /study, --shard, "\(shards)", --part,
                  "$(JOB_COMPLETION_INDEX)/\(count)"]
                volumeMounts: [{name: study, mountPath: /study}]
                resources: {requests: {cpu: "1"}}
              volumes: [{name: study, persistentVolumeClaim: {claimName: study}}]

        """
    }
  }
}
