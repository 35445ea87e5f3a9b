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

let package = Package(
  name: "inquiry-planner",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "inquiry", targets: ["inquiry"]),
    .library(name: "InquirySimulation", targets: ["InquirySimulation", "SimulationEngine"]),
    // For the benchmarks, a package of their own in Benchmarks/.
    .library(name: "EngineParts", targets: ["EngineParts"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: System libraries
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),

    // MARK: Foundations
    layer("Money"),
    layer("Calendars", resources: [.embedInCode("Festivals/Data/promotions.csv")]),
    layer("NumericalMethods", ["CGSL"]),
    layer("Statistics"),
    layer("Measures"),

    // MARK: Model
    layer("Scenarios", ["Calendars", "Measures", "Money"]),
    layer(
      "Demand", ["Scenarios", "Calendars"],
      resources: [.embedInCode("Presets/Data/day-profiles.csv")]),
    layer("Workforce", ["Scenarios", "Calendars"]),
    layer("Inference", ["Statistics", "NumericalMethods"]),
    layer("QueueingTheory", ["NumericalMethods"]),
    layer("DemandFitting", ["Demand", "Scenarios", "Calendars", "NumericalMethods"]),

    // MARK: Engine
    layer(
      "SimulationEngine",
      ["Scenarios", "Demand", "Workforce", "Statistics", "Calendars", "Measures"]),

    // MARK: Contracts
    layer("Pricing", ["Calendars", "Money"]),
    layer("Plans", ["Scenarios", "Pricing"]),
    layer(
      "ScenarioFiles",
      [
        "Plans", "Demand", "Scenarios", "Pricing", "Calendars", "Money",
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
        "Calendars", "Pricing", "Measures", "Money",
      ]),
    layer(
      "Planning",
      [
        "Experiments", "Plans", "Pricing", "QueueingTheory", "Scenarios", "Inference", "Calendars",
        "Measures", "Money", "Demand", "SimulationEngine", "Workforce",
      ]),

    // MARK: Faces
    layer(
      "Reporting",
      [
        "Planning", "Experiments", "Pricing", "Scenarios", "Statistics", "Inference", "Calendars",
        "Measures", "Money",
      ]),
    layer("FitReporting", ["Reporting", "DemandFitting", "Scenarios", "Calendars"]),
    layer(
      "CommandLineInterface",
      [
        "Reporting", "FitReporting", "ScenarioFiles", "DemandFitting", "Planning", "Experiments",
        "Plans", "Pricing", "SimulationEngine", "Workforce", "Demand", "Scenarios",
        "QueueingTheory", "Calendars", "Measures", "Money",
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

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["Plans", "Scenarios", "Calendars", "Pricing", "Money"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("MoneyTests", ["Money"]),
    tests("CalendarsTests", ["Calendars"]),
    tests("NumericalMethodsTests", ["NumericalMethods", "TestSupport"]),
    tests("MeasuresTests", ["Measures"]),
    tests("StatisticsTests", ["Statistics", "TestSupport"]),
    tests(
      "PricingTests", ["ScenarioFiles", "Pricing", "Calendars", "Money", "TestSupport"],
      exclude: ["Oracle/worked_examples.py", "Oracle/worked_examples.csv"]),
    tests(
      "ScenarioFilesTests",
      [
        "ScenarioFiles", "Plans", "Demand", "Scenarios", "Pricing", "Calendars", "Measures",
        "Money",
        "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ]),
    tests("DemandTests", ["Demand", "Scenarios", "Calendars", "TestSupport"]),
    tests("WorkforceTests", ["Workforce", "Scenarios", "Calendars", "TestSupport"]),
    tests("InferenceTests", ["Inference", "Statistics", "NumericalMethods", "TestSupport"]),
    tests("QueueingTheoryTests", ["QueueingTheory", "TestSupport"]),
    tests(
      "DemandFittingTests", ["DemandFitting", "Demand", "Scenarios", "Calendars", "TestSupport"]),
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
      packageAccess: false),
    tests("ExamplesTests", ["Examples"]),
    tests(
      "ExperimentsTests",
      [
        "Experiments", "SimulationEngine", "Inference", "Plans", "Scenarios", "Demand", "Pricing",
        "Calendars", "Measures", "Money", "TestSupport",
      ]),
    tests(
      "PlanningTests",
      [
        "Planning", "Experiments", "Inference", "Plans", "Scenarios", "Pricing", "Calendars",
        "Measures", "Money", "TestSupport",
      ]),
    tests(
      "ReportingTests",
      [
        "Reporting", "Planning", "Experiments", "Inference", "Plans", "Pricing", "Scenarios",
        "Calendars", "Measures", "Money", "TestSupport",
      ]),
    tests(
      "FitReportingTests",
      [
        "FitReporting", "Reporting", "DemandFitting", "Demand", "Scenarios", "Calendars",
        "TestSupport",
      ]),
    tests("EndToEndTests", ["inquiry"]),
  ],
  swiftLanguageModes: [.v6]
)
