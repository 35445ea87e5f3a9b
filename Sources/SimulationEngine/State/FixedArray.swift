// SPDX-License-Identifier: GPL-3.0-or-later

/// Plain values at fixed places: an array that is never copied, counted or grown in the loop.
///
/// Indices are checked in debug builds only; every index is made when the model is compiled.
struct FixedArray<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    self.count = count
    base = Self.allocate(count)
    base.initialize(repeating: value, count: count)
  }

  init(_ values: [Element]) {
    count = values.count
    base = Self.allocate(values.count)
    for index in 0..<values.count { (base + index).initialize(to: values[index]) }
  }

  /// At the start of a cache line.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: max(count, 1))
  }

  deinit { UnsafeMutableRawPointer(base).deallocate() }

  /// Addressed in place: reading one field of a large element does not copy the element.
  subscript(index: Int) -> Element {
    @inline(__always)
    unsafeAddress {
      assert(index >= 0 && index < count)
      return UnsafePointer(base + index)
    }
    @inline(__always)
    nonmutating unsafeMutableAddress {
      assert(index >= 0 && index < count)
      return base + index
    }
  }
}
