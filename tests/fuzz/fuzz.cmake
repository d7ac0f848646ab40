# Fuzzers, by clang's libFuzzer: cmake --preset fuzz && cmake --build --preset fuzz, then for instance
# build/fuzz/root_fuzz -max_total_time=60.
find_package(rapidcheck REQUIRED)

# One file of tests/fuzz/, with the floor that it feeds.
function(add_fuzzer name floor)
  add_executable(${name} tests/fuzz/${name}.cc ${ARGN})
  target_include_directories(${name} PRIVATE tests)
  target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer,address,undefined)
  target_link_libraries(${name} PRIVATE ${floor})
endfunction()

add_fuzzer(epub_reader_fuzz catchword_formats)
add_fuzzer(html_reader_fuzz catchword_documents)
add_fuzzer(json_lines_reader_fuzz catchword_documents)
add_fuzzer(mail_reader_fuzz catchword_formats)
add_fuzzer(markdown_reader_fuzz catchword_documents)
add_fuzzer(pdf_reader_fuzz catchword_formats)
add_fuzzer(text_reader_fuzz catchword_documents)

add_fuzzer(column_fuzz catchword_search)
add_fuzzer(position_block_fuzz catchword_search)
add_fuzzer(position_directory_fuzz catchword_search)
add_fuzzer(root_fuzz catchword_search)
add_fuzzer(term_block_fuzz catchword_search)
add_fuzzer(text_block_fuzz catchword_search)

foreach(name bundle_fuzz search_fuzz)
  add_fuzzer(${name} catchword_build tests/support/documents.cc tests/support/memory_bundle.cc)
  target_link_libraries(${name} PRIVATE rapidcheck)
endforeach()
