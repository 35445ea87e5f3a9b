// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Exponential and normal draws by 256 layers of equal area (Marsaglia, Tsang 2000).
///
/// Of 64 random bits the low 8 choose the layer and the high 53 the place in it. The tables live as
/// long as the process, and a value of this type only points at them.
package struct Ziggurat: @unchecked Sendable {
  private struct Layer: BitwiseCopyable {
    /// Places below this one lie under the curve whatever their height.
    var sure: UInt64
    var width: Double
  }

  /// The heights between which a layer lies; apart, since few draws ask for them.
  private struct Heights: BitwiseCopyable {
    var floor: Double
    var ceiling: Double
  }

  /// 256 of the exponential, then 256 of the normal.
  private let layers: UnsafePointer<Layer>
  private let heights: UnsafePointer<Heights>

  private static let exponentialTail = 7.697_117_470_131_049_72
  private static let normalTail = 3.654_152_885_361_008_8

  /// The tables, made once.
  package static let shared = Ziggurat()

  private init() {
    let layers = UnsafeMutablePointer<Layer>.allocate(capacity: 512)
    let heights = UnsafeMutablePointer<Heights>.allocate(capacity: 512)
    Self.fill(
      layers, heights, tail: Self.exponentialTail, area: 0.003_949_659_822_581_557_2,
      scale: 0x1p53, density: { exp(-$0) }, inverse: { -log($0) })
    Self.fill(
      layers + 256, heights + 256, tail: Self.normalTail, area: 0.004_928_673_233_974_655,
      scale: 0x1p52, density: { exp(-0.5 * $0 * $0) }, inverse: { (-2 * log($0)).squareRoot() })
    self.layers = UnsafePointer(layers)
    self.heights = UnsafePointer(heights)
  }

  private static func fill(
    _ layers: UnsafeMutablePointer<Layer>, _ heights: UnsafeMutablePointer<Heights>,
    tail: Double, area: Double, scale: Double, density: (Double) -> Double,
    inverse: (Double) -> Double
  ) {
    var edges = [area / density(tail), tail]
    for _ in 2..<256 {
      let edge = edges[edges.count - 1]
      edges.append(inverse(min(1, density(edge) + area / edge)))
    }
    edges.append(0)
    for index in 0..<256 {
      (layers + index).initialize(
        to: Layer(
          sure: UInt64(edges[index + 1] / edges[index] * scale), width: edges[index] / scale))
      (heights + index).initialize(
        to: Heights(floor: density(edges[index]), ceiling: density(edges[index + 1])))
    }
  }

  /// Exponential of mean one.
  @inline(__always)
  package func exponential(_ stream: inout RandomStream) -> Double {
    exponential(stream.next(), &stream)
  }

  /// The same by 64 random bits at hand; the stream is asked where they do not suffice.
  @inline(__always)
  func exponential(_ bits: UInt64, _ stream: inout RandomStream) -> Double {
    let layer = layers + Int(truncatingIfNeeded: bits & 255)
    let place = bits >> 11
    if place < layer.pointee.sure { return Double(Int64(bitPattern: place)) * layer.pointee.width }
    return exponentialEdge(bits, &stream)
  }

  /// Standard normal.
  @inline(__always)
  package func normal(_ stream: inout RandomStream) -> Double {
    let bits = stream.next()
    let layer = layers + (256 &+ Int(truncatingIfNeeded: bits & 255))
    let place = Int64(bitPattern: bits) >> 11
    if place.magnitude < layer.pointee.sure { return Double(place) * layer.pointee.width }
    return normalEdge(bits, &stream)
  }

  @inline(never)
  private func exponentialEdge(_ first: UInt64, _ stream: inout RandomStream) -> Double {
    var bits = first
    var shift = 0.0
    while true {
      let index = Int(truncatingIfNeeded: bits & 255)
      let layer = layers[index]
      let x = Double(bits >> 11) * layer.width
      if bits >> 11 < layer.sure { return shift + x }
      let range = heights[index]
      if index == 0 {
        shift += Self.exponentialTail
      } else if range.floor + stream.uniform() * (range.ceiling - range.floor) < exp(-x) {
        return shift + x
      }
      bits = stream.next()
    }
  }

  @inline(never)
  private func normalEdge(_ first: UInt64, _ stream: inout RandomStream) -> Double {
    var bits = first
    while true {
      let index = Int(truncatingIfNeeded: bits & 255)
      let layer = layers[256 + index]
      let place = Int64(bitPattern: bits) >> 11
      let x = Double(place) * layer.width
      if place.magnitude < layer.sure { return x }
      if index == 0 { return x < 0 ? -normalTailDraw(&stream) : normalTailDraw(&stream) }
      let range = heights[256 + index]
      let height = range.floor + stream.uniform() * (range.ceiling - range.floor)
      if height < exp(-0.5 * x * x) { return x }
      bits = stream.next()
    }
  }

  /// A normal beyond the base layer (Marsaglia 1964).
  private func normalTailDraw(_ stream: inout RandomStream) -> Double {
    while true {
      let x = -log(stream.uniform()) / Self.normalTail
      let y = -log(stream.uniform())
      if y + y > x * x { return Self.normalTail + x }
    }
  }
}
