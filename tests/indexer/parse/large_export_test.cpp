// Exports larger than memory should have to be. PRESSMARK_SOAK=1 in the environment makes it a gigabyte.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

struct Run {
  std::string output;
  int status;
};

Run run(std::string const& command) {
  auto* const pipe = popen(command.c_str(), "r");
  BOOST_REQUIRE(pipe != nullptr);
  std::string output;
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) output += buffer.data();
  return {output, pclose(pipe)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(large_export)

BOOST_AUTO_TEST_CASE(is_read_in_bounded_memory) {
  auto const* const soak = std::getenv("PRESSMARK_SOAK");
  bool const is_soak = soak != nullptr && std::string(soak) == "1";
  auto const [output, status] = run(PRESSMARK_LARGE_EXPORT + std::string(is_soak ? " 1024 ." : " 64 ."));
  BOOST_TEST_MESSAGE(output);
  BOOST_TEST(status == 0);
  auto const kilobytes = std::stol(output.substr(output.rfind(", ") + 2));
  BOOST_TEST(kilobytes < (is_soak ? 150'000 : 50'000));
}

BOOST_AUTO_TEST_SUITE_END()
