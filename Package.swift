// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A target of the product; its imports may only point to targets listed above it.
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [])
  -> Target
{
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// The commit that is built, marked where the sources were changed since; empty without a repository.
let revision =
  Context.gitInformation.map { $0.currentCommit + ($0.hasUncommittedChanges ? "+changes" : "") }
  ?? ""

let package = Package(
  name: "inquiry-planner",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "inquiry", targets: ["inquiry"]),
    .library(name: "InquirySimulation", targets: ["InquirySimulation", "SimulationEngine"]),
    // For the benchmarks, a package of their own in Benchmarks/.
    .library(name: "EngineParts", targets: ["EngineParts"]),
    // For scripts/fuzz, which links it with libFuzzer.
    .library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // MARK: System libraries
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),

    // Debian ships no glpk.pc: the module map names the library.
    .systemLibrary(
      name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    // The commit of the sources, for manifests.
    .target(name: "CRevision", cSettings: [.define("INQUIRY_REVISION", to: "\"\(revision)\"")]),

    // MARK: Foundations
    layer("Money"),
    layer("Calendars", resources: [.embedInCode("Festivals/Data/promotions.csv")]),
    layer("NumericalMethods", ["CGSL"]),
    layer("IntegerPrograms", ["CGLPK"]),
    layer("Statistics"),
    layer("Measures"),
    layer("Randomness"),
    layer("Wording"),
    layer("Tables", ["Wording"]),
    layer("Spreadsheets", ["CZlib", "Calendars", "Tables", "Wording"]),

    // MARK: Model
    layer("Scenarios", ["Calendars", "Measures", "Money"]),
    layer(
      "Demand", ["Scenarios", "Calendars", "Tables"],
      resources: [.embedInCode("Presets/Data/day-profiles.csv")]),
    layer("Workforce", ["Scenarios", "Calendars"]),
    layer(
      "Scorecards", ["Calendars", "Measures", "Tables", "Wording"],
      resources: [.embedInCode("Rules/Data/reply-rules.csv")]),
    layer(
      "PlatformExports", ["Spreadsheets", "Calendars", "Tables"],
      resources: [.embedInCode("Data/export-columns.csv")]),
    layer("Inference", ["Statistics", "NumericalMethods"]),
    layer("QueueingTheory", ["NumericalMethods"]),
    layer(
      "DemandFitting",
      ["Demand", "Scenarios", "Calendars", "NumericalMethods", "Randomness", "Tables"]),

    // MARK: Engine
    layer(
      "SimulationEngine",
      [
        "Scenarios", "Demand", "Workforce", "Statistics", "Randomness", "Calendars", "Measures",
      ]),

    // MARK: Contracts
    layer("Pricing", ["Calendars", "Money", "Tables", "Wording"]),
    layer("Plans", ["Scenarios", "Pricing"]),
    layer(
      "ScenarioFiles",
      [
        "Plans", "Demand", "Scenarios", "Scorecards", "Pricing", "Calendars", "Money", "Tables",
        "Wording",
        .product(name: "Yams", package: "Yams"),
      ]),

    layer(
      "InquirySimulation",
      [
        "SimulationEngine", "ScenarioFiles", "Plans", "Scenarios", "Demand", "Workforce",
        "Statistics", "Calendars", "Measures",
      ]),

    // MARK: Decisions
    layer(
      "Experiments",
      [
        "SimulationEngine", "Inference", "Plans", "Scenarios", "Demand", "Workforce", "Statistics",
        "Calendars", "Pricing", "Measures", "Money", "Randomness",
      ]),
    layer(
      "Capacity",
      [
        "Experiments", "Plans", "Pricing", "QueueingTheory", "Scenarios", "Inference", "Calendars",
        "Measures", "Money", "Demand", "SimulationEngine", "Workforce", "IntegerPrograms",
      ]),
    layer(
      "Planning",
      [
        "Capacity", "Experiments", "Plans", "Pricing", "QueueingTheory", "Scenarios", "Inference",
        "Calendars",
        "Measures", "Money", "Demand", "SimulationEngine", "Workforce",
      ]),

    layer("Rostering", ["Calendars", "Randomness"]),
    layer("RosterFiles", ["Rostering", "Pricing", "Calendars", "Tables"]),
    layer(
      "Studies",
      [
        "Planning", "Experiments", "Plans", "Pricing", "Scenarios", "Inference", "Measures",
        "Money", "SimulationEngine", "Randomness", "Tables", "Wording",
      ]),

    // MARK: Application
    layer(
      "Application",
      [
        "Studies", "Capacity", "Planning", "Experiments", "Plans", "ScenarioFiles", "DemandFitting",
        "Pricing",
        "Money",
        "SimulationEngine", "Workforce", "Demand", "Scenarios", "QueueingTheory", "Inference",
        "Randomness", "Calendars", "Measures", "Scorecards", "PlatformExports", "Spreadsheets",
        "Rostering", "RosterFiles", "Tables", "Wording", "IntegerPrograms",
      ]),

    // MARK: Faces
    layer("Exports", ["CSQLite", "CZlib", "Calendars", "Tables", "Wording"]),
    layer(
      "Reporting",
      [
        "Exports", "Studies", "Capacity", "IntegerPrograms", "Application", "Planning",
        "Experiments", "Plans", "Pricing", "Scenarios",
        "Statistics",
        "Inference", "Calendars", "Measures", "Money", "Scorecards", "PlatformExports",
        "Randomness", "Rostering", "RosterFiles", "Tables", "Wording",
      ]),
    layer(
      "FitReporting",
      [
        "Exports", "Reporting", "Application", "DemandFitting", "Scenarios", "Calendars", "Tables",
        "Wording",
      ]),
    layer(
      "WebInterface",
      [
        "Application", "Reporting", "ScenarioFiles", "Planning", "Capacity", "Plans", "Scenarios",
        "Demand", "Scorecards", "Rostering", "Calendars", "DemandFitting", "Randomness", "Tables",
        "Wording",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [
        "page.css", "address.js", "answers.js", "drawing.js", "drops.js", "edit.js", "files.js",
        "form.js",
        "gantt.js", "jobs.js", "roster.js", "rosterModel.js", "server.js", "shapes.js",
        "sliders.js",
        "start.js", "text.js", "views.js", "words.js", "help.zh.tsv",
      ].map { .embedInCode("Assets/" + $0) }),
    layer(
      "CommandLineInterface",
      [
        "CRevision", "Studies", "Application", "Reporting", "FitReporting", "WebInterface",
        "ScenarioFiles",
        "DemandFitting",
        "Capacity", "Planning",
        "Experiments", "Plans", "Pricing", "Demand", "Scenarios", "QueueingTheory", "Calendars",
        "Measures", "Money", "Scorecards", "PlatformExports", "Rostering", "Tables", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "inquiry", dependencies: ["CommandLineInterface"], swiftSettings: strict),

    .target(
      name: "EngineParts",
      dependencies: ["SimulationEngine", "Scenarios", "Pricing", "Calendars", "Money"],
      path: "Benchmarks/Parts", swiftSettings: strict),

    .executableTarget(
      name: "SizingBenchmark",
      dependencies: ["Planning", "Experiments", "Plans", "ScenarioFiles", "Scenarios"],
      path: "Benchmarks/Sizing", swiftSettings: strict),
    .executableTarget(
      name: "LiveBenchmark",
      dependencies: ["Application", "Experiments", "Planning", "Plans", "Scenarios"],
      path: "Benchmarks/Live", swiftSettings: strict),
    .executableTarget(
      name: "PlanBenchmark",
      dependencies: [
        "Capacity", "Inference", "Plans", "QueueingTheory", "ScenarioFiles", "Scenarios",
        "Measures",
        "Calendars",
      ],
      path: "Benchmarks/Planning", swiftSettings: strict),
    .executableTarget(
      name: "CoverBenchmark", dependencies: ["IntegerPrograms", "Randomness"],
      path: "Benchmarks/Covers", exclude: ["highs.py"], swiftSettings: strict),
    .executableTarget(
      name: "ScorecardBenchmark", dependencies: ["Scorecards", "Calendars", "Randomness"],
      path: "Benchmarks/Scorecards", swiftSettings: strict),
    .executableTarget(
      name: "RosterBenchmark", dependencies: ["Rostering", "Calendars"],
      path: "Benchmarks/Rosters", swiftSettings: strict),
    .executableTarget(
      name: "ForecastBenchmark",
      dependencies: [
        "BenchmarkHistories", "DemandFitting", "Demand", "Calendars", "NumericalMethods",
      ],
      path: "Benchmarks/Forecast", exclude: ["peers.py"], swiftSettings: strict),
    .executableTarget(
      name: "DecisionBenchmark",
      dependencies: ["BenchmarkHistories", "Application", "Calendars", "DemandFitting"],
      path: "Benchmarks/Decisions", swiftSettings: strict),
    .target(
      name: "BenchmarkHistories",
      dependencies: ["DemandFitting", "Demand", "Calendars", "Randomness", "TestSupport"],
      path: "Benchmarks/Histories", swiftSettings: strict),

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["Plans", "Scenarios", "Calendars", "Pricing", "Money"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Application", "Planning", "Plans", "ScenarioFiles", "Scenarios", "Demand", "Pricing",
        "Scorecards", "PlatformExports", "Spreadsheets", "Tables", "Wording",
      ],
      path: "Tests/Fuzzing/Targets", swiftSettings: strict),
    tests("FuzzingTests", ["FuzzTargets", "Randomness"]),
    tests("MoneyTests", ["Money"]),
    tests("CalendarsTests", ["Calendars"]),
    tests("NumericalMethodsTests", ["NumericalMethods", "Randomness", "TestSupport"]),
    tests("MeasuresTests", ["Measures"]),
    tests("RandomnessTests", ["Randomness"]),
    tests("TablesTests", ["Tables"]),
    tests("StatisticsTests", ["Statistics", "TestSupport"]),
    tests(
      "PricingTests", ["ScenarioFiles", "Pricing", "Calendars", "Money", "TestSupport"],
      exclude: ["Oracle/worked_examples.py", "Oracle/worked_examples.csv"]),
    tests(
      "ScenarioFilesTests",
      [
        "ScenarioFiles", "Plans", "Demand", "Scenarios", "Pricing", "Calendars", "Measures",
        "Money", "Tables", "Wording", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ]),
    tests("ScorecardsTests", ["Scorecards", "Calendars", "Tables", "Wording"]),
    tests("PlatformExportsTests", ["PlatformExports", "Spreadsheets", "Calendars", "Tables"]),
    tests("DemandTests", ["Demand", "Scenarios", "Calendars", "Tables", "TestSupport"]),
    tests("WorkforceTests", ["Workforce", "Scenarios", "Calendars", "TestSupport"]),
    tests(
      "InferenceTests",
      ["Inference", "Statistics", "NumericalMethods", "Randomness", "TestSupport"]),
    tests("QueueingTheoryTests", ["QueueingTheory", "TestSupport"]),
    tests(
      "DemandFittingTests",
      ["DemandFitting", "Demand", "Scenarios", "Calendars", "Tables", "TestSupport"]),
    tests(
      "SimulationEngineTests",
      [
        "SimulationEngine", "Scenarios", "Demand", "Workforce", "Statistics", "Calendars",
        "NumericalMethods", "CGSL", "Measures", "TestSupport",
      ]),
    tests(
      "TheoryTests",
      [
        "SimulationEngine", "Scenarios", "Demand", "Workforce", "Statistics", "Calendars",
        "Inference", "Experiments", "Measures", "TestSupport",
      ]),
    tests("InquirySimulationTests", ["InquirySimulation", "SimulationEngine"]),
    // Sees what a user of the library sees, and nothing more.
    .target(
      name: "Examples", dependencies: ["InquirySimulation"], path: "Examples",
      exclude: ["notebooks"], packageAccess: false),
    tests("ExamplesTests", ["Examples"]),
    tests(
      "ExperimentsTests",
      [
        "Experiments", "SimulationEngine", "Inference", "Plans", "Scenarios", "Demand", "Pricing",
        "Calendars", "Measures", "Money", "TestSupport",
      ]),
    tests(
      "CapacityTests",
      [
        "Capacity", "Experiments", "Demand", "Workforce", "SimulationEngine", "QueueingTheory",
        "Inference", "Scenarios", "Calendars", "Measures", "Plans", "Pricing", "IntegerPrograms",
        "TestSupport",
      ]),
    tests("IntegerProgramsTests", ["IntegerPrograms"]),
    tests(
      "PlanningTests",
      [
        "Planning", "Experiments", "Inference", "Plans", "Scenarios", "Pricing", "Calendars",
        "Measures", "Money", "TestSupport",
      ]),
    tests(
      "StudiesTests",
      [
        "Studies", "Exports", "Application", "Reporting", "Planning", "Experiments", "Plans",
        "ScenarioFiles", "Scenarios", "Measures", "Tables", "Wording", "CSQLite", "Inference",
        "SimulationEngine",
      ]),
    tests(
      "ApplicationTests",
      [
        "Application", "Studies", "Capacity", "IntegerPrograms", "Planning", "Experiments", "Plans",
        "ScenarioFiles", "DemandFitting", "Pricing", "Money", "SimulationEngine", "Workforce",
        "Demand", "Scenarios",
        "QueueingTheory", "Inference",
        "NumericalMethods", "Calendars", "Measures", "Scorecards", "PlatformExports",
        "Spreadsheets", "Rostering", "RosterFiles", "Tables", "Wording",
      ]),
    tests(
      "ReportingTests",
      [
        "Reporting", "Exports", "Spreadsheets", "Application", "Planning", "Experiments",
        "Inference",
        "Plans", "Pricing", "Scenarios", "Calendars", "Measures", "Money", "Tables", "Wording",
        "TestSupport",
      ]),
    tests(
      "FitReportingTests",
      [
        "FitReporting", "Application", "Reporting", "DemandFitting", "Demand", "Scenarios",
        "Calendars", "Wording", "TestSupport",
      ]),
    tests(
      "WebInterfaceTests",
      ["Application", "WebInterface", "Reporting", "ScenarioFiles", "Tables", "Wording"]),
    tests(
      "RosteringTests", ["Rostering", "RosterFiles", "Pricing", "Calendars", "Randomness"]),
    tests("EndToEndTests", ["inquiry", "Spreadsheets", "CSQLite"]),
  ],
  swiftLanguageModes: [.v6]
)
