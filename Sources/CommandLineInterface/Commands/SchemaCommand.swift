// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import ScenarioFiles

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario files, for editors.")

  func run() throws { try emit(JSONSchemaDocument.text) }
}
