// Figures with a fixed number of decimals.
#pragma once

#include <string>

namespace pressmark {

// `value` with `decimals` digits after a point, whatever the locale: "0.875", "12.0"; no point for none.
[[nodiscard]] std::string decimal_text(double value, int decimals);

}  // namespace pressmark
