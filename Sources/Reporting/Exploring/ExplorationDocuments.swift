// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Tables

/// The files of an exploration, the manifest last.
package enum ExplorationDocuments {
  package static let pageName = "exploration.html"

  package static let schemas: [CSVSchema] = [
    CSVTable<PlanRow>.comparison.schema, CSVTable<PlanRisk>.risk.schema,
    CSVTable<TornadoRow>.tornado.schema, CSVTable<SurfaceRow>.surface.schema,
    CSVTable<HybridGridRow>.hybrids.schema, CSVTable<ProviderRow>.provider.schema,
    CSVTable<FrontierPoint>.frontier.schema,
  ]

  /// Names of all files that a run may write.
  package static var names: [String] {
    schemas.map(\.file) + [pageName, OutputFolder.manifest]
  }

  /// - Returns: What was written.
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  @discardableResult
  package static func write(
    _ exploration: Exploration, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.comparison, PlanRow.rows(of: exploration.comparison))
    try files.write(.risk, exploration.comparison.risk)
    try files.write(.tornado, exploration.tornado)
    if exploration.surface != nil {
      try files.write(.surface, SurfaceRow.rows(of: exploration.surface))
    }
    if !exploration.hybrids.isEmpty {
      try files.write(.hybrids, HybridGridRow.rows(of: exploration.hybrids))
    }
    if !exploration.providers.isEmpty {
      try files.write(.provider, ProviderRow.rows(of: exploration.providers))
    }
    try files.write(.frontier, exploration.frontier)
    let page = ExplorationPage(
      exploration: exploration, style: options.style, version: manifest.version)
    try files.write(pageName, page.text)
    return try files.finish(manifest, replacing: names)
  }

  /// The same for machines.
  package static func json(_ exploration: Exploration) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(exploration.comparison.scenarioName),
      "time_zone": exploration.comparison.timeZone.map { .string($0) } ?? .null,
      "favourite": exploration.favourite.map { .string($0) } ?? .null,
      "plans": CSVTable.comparison.json(PlanRow.rows(of: exploration.comparison)),
      "risk": CSVTable.risk.json(exploration.comparison.risk),
      "tornado": CSVTable.tornado.json(exploration.tornado),
      "surface": CSVTable.surface.json(SurfaceRow.rows(of: exploration.surface)),
      "hybrid": CSVTable.hybrids.json(HybridGridRow.rows(of: exploration.hybrids)),
      "provider": CSVTable.provider.json(ProviderRow.rows(of: exploration.providers)),
      "frontier": CSVTable.frontier.json(exploration.frontier),
    ]
  }
}
