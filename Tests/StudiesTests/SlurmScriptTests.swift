// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Reporting
import Studies
import Testing

struct SlurmScriptTests {
  private func script(_ shards: IndexList, _ limits: SlurmLimits) -> String {
    SlurmScript(
      program: "/opt/it's here/inquiry", folder: "/shared/quotes", name: "inquiry-quotes",
      shards: shards, limits: limits,
      options: SlurmScript.Options(partition: "main", minutes: 5, megabytes: 900)
    ).text
  }

  @Test func `an array holds the missing shards alone`() {
    let text = script(IndexList([3, 7, 8, 9]), .standard)
    #expect(text.hasPrefix("#!/bin/bash\n"))
    #expect(text.contains("#SBATCH --array=3,7-9\n"))
    #expect(text.contains("#SBATCH --partition=main\n"))
    #expect(text.contains("#SBATCH --mem=900M\n"))
    #expect(
      text.contains(
        "'/opt/it'\\''s here/inquiry' study run '/shared/quotes' --shard \"$SLURM_ARRAY_TASK_ID\""))
  }

  @Test func `where the cluster takes fewer tasks or lower indices each task has its part`() {
    let few = script(IndexList(0..<500), SlurmLimits(arraySize: 1001, submittedJobs: 42))
    #expect(few.contains("#SBATCH --array=0-41\n"))
    #expect(few.contains("--shard 0-499 --part \"$SLURM_ARRAY_TASK_ID/42\""))
    let high = script(IndexList([5, 1001]), .standard)
    #expect(high.contains("#SBATCH --array=0-1\n"))
    #expect(high.contains("--shard 5,1001 --part \"$SLURM_ARRAY_TASK_ID/2\""))
    #expect(script(IndexList([5, 1000]), .standard).contains("#SBATCH --array=5,1000\n"))
  }
}
