/** Logistic regression over named features, each there or not: enough to find whatever single feature, or sum of features, tells two groups apart. */

export interface Sample {
  readonly features: readonly string[]
  readonly second: boolean
}

const rounds = 6
const pace = 0.1
const decay = 1e-4

/** Weights by feature; positive speaks for the second group. Steps shrink as a feature is seen more often (AdaGrad). */
export function train(samples: readonly Sample[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const moved = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1) {
    for (const sample of samples) {
      const fault = (sample.second ? 1 : 0) - 1 / (1 + Math.exp(-score(weights, sample.features)))
      for (const feature of sample.features) {
        const weight = weights.get(feature) ?? 0
        const slope = fault - decay * weight
        const seen = (moved.get(feature) ?? 1e-3) + slope * slope
        moved.set(feature, seen)
        weights.set(feature, weight + (pace * slope) / Math.sqrt(seen))
      }
    }
  }
  return weights
}

export function score(weights: ReadonlyMap<string, number>, features: readonly string[]): number {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)
}
