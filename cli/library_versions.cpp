// Asks each layer which library it uses.
#include "cli/library_versions.h"

#include "common/index/index_reader.h"
#include "common/index/record.h"
#include "common/text/fold.h"
#include "indexer/archive/archive.h"
#include "indexer/fetch/fetch.h"
#include "indexer/html/html_tree.h"
#include "indexer/xml/xml_tree.h"

namespace pressmark {

std::vector<std::string> library_versions() {
  return {index_library(), archive_library(), fetch_library(),  xml_library(),
          html_library(),  folding_library(), packing_library()};
}

}  // namespace pressmark
