package org.unlisted.crawl.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostedTimeTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            2026-09-12T14:03:00+08:00; en; 2026-09-12T06:03:00Z
            2026-09-12T14:03:00Z; zh; 2026-09-12T14:03:00Z
            2026-09-12T14:03:00.123+0000; en; 2026-09-12T14:03:00Z
            2026-09-12T09:03:00-0400; en-US; 2026-09-12T13:03:00Z
            2026-09-12 14:03; zh-CN; 2026-09-12T06:03:00Z
            发表于 2026-9-12 14:03; zh; 2026-09-12T06:03:00Z
            2026年9月12日 下午2:03; zh; 2026-09-12T06:03:00Z
            2026/9/12 14:03:22; zh; 2026-09-12T06:03:22Z
            2026-09-11; und; 2026-09-11T00:00:00Z
            Sep 12, 2026 2:03 pm; en; 2026-09-12T14:03:00Z
            Sat Sep 12, 2026 2:03 pm; en; 2026-09-12T14:03:00Z
            September 12, 2026, 02:03:00 PM; en; 2026-09-12T14:03:00Z
            12 Sep 2026 14:03; en; 2026-09-12T14:03:00Z
            Saturday 12th of September 2026 02:03:00 PM CDT; en; 2026-09-12T19:03:00Z
            Sep 12, 2026 at 9:03 AM; en; 2026-09-12T09:03:00Z
            09-12-2026, 02:03 PM; en; 2026-09-12T14:03:00Z
            12.09.2026 14:03; ru; 2026-09-12T11:03:00Z
            12.09.2026, в 14:03; ru; 2026-09-12T11:03:00Z
            12 сентября 2026 г. в 14:03; ru; 2026-09-12T11:03:00Z
            12 сен 2026, 14:03; ru; 2026-09-12T11:03:00Z
            12/09/2026; vi; 2026-09-11T17:00:00Z
            14:03 12/09/2026; vi; 2026-09-12T07:03:00Z
            Thứ bảy, 12/09/2026, 14:03 (GMT+7); vi; 2026-09-12T07:03:00Z
            Ngày 12 tháng 9 năm 2026; vi; 2026-09-11T17:00:00Z
            1789221780; en; 2026-09-12T14:03:00Z
            1789221780000; zh; 2026-09-12T14:03:00Z
            """)
    void isReadInTheUsualZoneOfTheLanguage(String text, String language, Instant time) {
        assertThat(PostedTime.read(text, language)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"3小时前", "2 days ago", "昨天 14:03", "Сегодня 14:03", "3 giờ trước", "2026-02-31 10:00", "14:03", "12345", "99/99/2026", "''"})
    void isAbsentWhereItIsRelativeOrNone(String text) {
        assertThat(PostedTime.read(text, "zh")).isEmpty();
    }
}
