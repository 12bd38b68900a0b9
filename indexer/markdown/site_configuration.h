// What a site generator's configuration says about the addresses of its pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/item/open_file.h"
#include "indexer/item/site_layout.h"

namespace pressmark {

// Completes `layout` from the configuration of Hugo, Jekyll or Zola that is among `files`, at the place
// where the generator looks for it below the layout's root: base address, permalinks, default language. What
// the layout has already stays. Gives back why a configuration that is there cannot be read.
std::optional<Problem> complete_from_configuration(SiteLayout& layout, std::vector<std::string> const& files,
                                                   OpenFile const& open);

}  // namespace pressmark
