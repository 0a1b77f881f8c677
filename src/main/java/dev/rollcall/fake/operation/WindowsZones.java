package dev.rollcall.fake.operation;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Windows names of the zones where most people live, with the IANA zone of each; the JDK has no
 * such table.
 */
final class WindowsZones {
  private static final Map<String, String> IANA =
      """
      Dateline Standard Time=Etc/GMT+12
      Samoa Standard Time=Pacific/Apia
      Hawaiian Standard Time=Pacific/Honolulu
      Alaskan Standard Time=America/Anchorage
      Pacific Standard Time=America/Los_Angeles
      Pacific Standard Time (Mexico)=America/Tijuana
      Mountain Standard Time=America/Denver
      US Mountain Standard Time=America/Phoenix
      Central Standard Time=America/Chicago
      Central Standard Time (Mexico)=America/Mexico_City
      Canada Central Standard Time=America/Regina
      Central America Standard Time=America/Guatemala
      Eastern Standard Time=America/New_York
      US Eastern Standard Time=America/Indianapolis
      SA Pacific Standard Time=America/Bogota
      Venezuela Standard Time=America/Caracas
      Atlantic Standard Time=America/Halifax
      SA Western Standard Time=America/La_Paz
      Pacific SA Standard Time=America/Santiago
      Paraguay Standard Time=America/Asuncion
      Newfoundland Standard Time=America/St_Johns
      E. South America Standard Time=America/Sao_Paulo
      Argentina Standard Time=America/Buenos_Aires
      SA Eastern Standard Time=America/Cayenne
      Montevideo Standard Time=America/Montevideo
      Greenland Standard Time=America/Godthab
      Azores Standard Time=Atlantic/Azores
      Cape Verde Standard Time=Atlantic/Cape_Verde
      UTC=Etc/UTC
      Coordinated Universal Time=Etc/UTC
      GMT Standard Time=Europe/London
      Greenwich Standard Time=Atlantic/Reykjavik
      Morocco Standard Time=Africa/Casablanca
      W. Europe Standard Time=Europe/Berlin
      Central Europe Standard Time=Europe/Budapest
      Central European Standard Time=Europe/Warsaw
      Romance Standard Time=Europe/Paris
      W. Central Africa Standard Time=Africa/Lagos
      E. Europe Standard Time=Europe/Chisinau
      GTB Standard Time=Europe/Bucharest
      FLE Standard Time=Europe/Kiev
      Egypt Standard Time=Africa/Cairo
      Israel Standard Time=Asia/Jerusalem
      Jordan Standard Time=Asia/Amman
      Middle East Standard Time=Asia/Beirut
      South Africa Standard Time=Africa/Johannesburg
      Turkey Standard Time=Europe/Istanbul
      Arab Standard Time=Asia/Riyadh
      Arabic Standard Time=Asia/Baghdad
      E. Africa Standard Time=Africa/Nairobi
      Russian Standard Time=Europe/Moscow
      Belarus Standard Time=Europe/Minsk
      Iran Standard Time=Asia/Tehran
      Arabian Standard Time=Asia/Dubai
      Azerbaijan Standard Time=Asia/Baku
      Georgian Standard Time=Asia/Tbilisi
      Caucasus Standard Time=Asia/Yerevan
      Mauritius Standard Time=Indian/Mauritius
      Afghanistan Standard Time=Asia/Kabul
      West Asia Standard Time=Asia/Tashkent
      Ekaterinburg Standard Time=Asia/Yekaterinburg
      Pakistan Standard Time=Asia/Karachi
      India Standard Time=Asia/Calcutta
      Sri Lanka Standard Time=Asia/Colombo
      Nepal Standard Time=Asia/Katmandu
      Central Asia Standard Time=Asia/Almaty
      Bangladesh Standard Time=Asia/Dhaka
      Myanmar Standard Time=Asia/Rangoon
      SE Asia Standard Time=Asia/Bangkok
      China Standard Time=Asia/Shanghai
      Singapore Standard Time=Asia/Singapore
      W. Australia Standard Time=Australia/Perth
      Taipei Standard Time=Asia/Taipei
      Ulaanbaatar Standard Time=Asia/Ulaanbaatar
      Tokyo Standard Time=Asia/Tokyo
      Korea Standard Time=Asia/Seoul
      Cen. Australia Standard Time=Australia/Adelaide
      AUS Central Standard Time=Australia/Darwin
      E. Australia Standard Time=Australia/Brisbane
      AUS Eastern Standard Time=Australia/Sydney
      Tasmania Standard Time=Australia/Hobart
      West Pacific Standard Time=Pacific/Port_Moresby
      Vladivostok Standard Time=Asia/Vladivostok
      New Zealand Standard Time=Pacific/Auckland
      Fiji Standard Time=Pacific/Fiji
      Tonga Standard Time=Pacific/Tongatapu
      """
          .lines()
          .map(line -> line.split("="))
          .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));

  private WindowsZones() {}

  static Optional<String> iana(String windows) {
    return Optional.ofNullable(IANA.get(windows));
  }
}
