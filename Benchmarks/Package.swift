// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

// A package of its own, so that nothing of it is fetched or built with the product.
let package = Package(
  name: "inquiry-benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "inquiry-planner", path: ".."),
    // Its interposers of malloc and of the runtime are not needed here.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Engine",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "InquirySimulation", package: "inquiry-planner"),
        .product(name: "EngineParts", package: "inquiry-planner"),
      ],
      path: "Engine",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
