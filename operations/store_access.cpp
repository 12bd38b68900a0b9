// The first and the last step of changing a store.
#include "operations/store_access.h"

#include <filesystem>
#include <system_error>

#include "common/base/error.h"

namespace pressmark {

void require_archive(StoreLayout const& layout) {
  std::error_code unknown;  // opening will tell
  if (std::filesystem::exists(layout.archive(), unknown) || unknown) return;
  throw Error(ErrorCode::store_missing, "there is no archive at " + layout.archive().string(),
              "index a source first, or name another store");
}

void publish(StoreLayout const& layout, Archive const& archive, IndexReport& report,
             UpdateOptions const& options) {
  IndexUpdate const update = update_index(layout, archive, options);
  for (std::string const& problem : update.problems) report.note({problem, {}});
  report.posts = update.documents;
  report.published = update.published;
  report.rebuilt = update.rebuilt;
  report.generation = current_generation(layout).value_or("");
}

}  // namespace pressmark
