// SPDX-License-Identifier: GPL-3.0-or-later

/// The known name that a misspelled one most likely means, or nil if none is near.
///
/// Near is an edit distance (insertions, deletions, substitutions, swaps of neighbours) of at most a
/// third of the longer name, or a name that begins with the other.
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let folded = name.lowercased()
  var best: (name: String, distance: Int)?
  for candidate in known {
    let limit = max(1, max(folded.count, candidate.count) / 3)
    // Lengths this far apart cannot be near, and a long name would take long to compare.
    guard abs(folded.count - candidate.count) <= limit || folded.count <= 64 else { continue }
    var distance = editDistance(Array(folded), Array(candidate.lowercased()))
    if distance > limit, folded.count >= 4,
      candidate.hasPrefix(folded) || folded.hasPrefix(candidate)
    {
      distance = limit
    }
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Optimal string alignment distance (Damerau 1964, restricted).
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in 1...left.count {
    var current = [i]
    for j in 1...right.count {
      var cost = min(
        previous[j] + 1, current[j - 1] + 1,
        previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        cost = min(cost, beforePrevious[j - 2] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
