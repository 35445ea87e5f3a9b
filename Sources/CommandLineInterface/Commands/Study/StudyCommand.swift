// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

struct StudyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Run thousands of what-ifs in shards, on this machine or on a cluster.",
    discussion: """
      `study plan GRID.yaml` writes study.json, `study local` runs its shards here (`study slurm` and \
      `study recipe` on a cluster), `study status` tells what is missing, `study collect` makes tables \
      of what is there. Whatever was stopped goes on where it was.
      """,
    subcommands: [
      StudyPlanCommand.self, StudyRunCommand.self, StudyStatusCommand.self,
      StudyCollectCommand.self, StudyLocalCommand.self, StudySlurmCommand.self,
      StudyRecipeCommand.self, StudyCheckCommand.self,
    ])
}
