// Writes lists and counts.
#include "common/strings/text_list.h"

namespace pressmark {

void append_item(std::string& list, std::string_view item, std::string_view separator) {
  if (!list.empty()) list += separator;
  list += item;
}

std::string counted(std::size_t count, std::string_view noun, std::string_view several) {
  auto text = std::to_string(count) + ' ';
  if (count == 1) return text.append(noun);
  return several.empty() ? text.append(noun) + 's' : text.append(several);
}

}  // namespace pressmark
